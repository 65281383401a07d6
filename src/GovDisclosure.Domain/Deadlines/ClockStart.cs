namespace GovDisclosure.Domain.Deadlines;

/// <summary>What starts the clock of a triggered rule.</summary>
public enum ClockStart
{
    /// <summary>An event that somebody enters, of the rule's <see cref="DeadlineRule.Event"/>.</summary>
    Event,

    /// <summary>The duty's own last publication: what is published must not grow older than the rule's count (freshness).</summary>
    OwnLastPublication,

    /// <summary>The publication of something else, such as the document that is to be interpreted.</summary>
    OtherPublication,
}
