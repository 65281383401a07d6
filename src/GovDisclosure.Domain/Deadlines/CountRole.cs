namespace GovDisclosure.Domain.Deadlines;

/// <summary>What part a day plays in the explanation of a due date.</summary>
public enum CountRole
{
    /// <summary>Day zero: the trigger's day, or the last day of the period that working days follow. It does not count (民法典 art. 201).</summary>
    Start,

    /// <summary>It counts, and has a number.</summary>
    Counted,

    /// <summary>A day off in a count of working days.</summary>
    Skipped,

    /// <summary>A day off after the last calendar day of a count, over which the due day rolls (民法典 art. 203, para. 1).</summary>
    RolledOver,

    /// <summary>A day of a period, or of hours, months or years that run through all days: it passes and nothing is counted.</summary>
    Elapsed,

    /// <summary>The last day in time; it has a number when it is itself the last one counted.</summary>
    Due,

    /// <summary>A day on which the clock did not run, be it a working day or not.</summary>
    Stopped,
}
