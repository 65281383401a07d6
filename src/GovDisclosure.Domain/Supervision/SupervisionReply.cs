namespace GovDisclosure.Domain.Supervision;

/// <summary>An agency's answer to a notice: the first one counts, further ones add to it.</summary>
public sealed class SupervisionReply
{
    /// <summary>The longest answer, in characters.</summary>
    public const int TextLength = 1000;

    /// <summary>The tenant.</summary>
    public required Guid AgencyId { get; init; }

    /// <summary>The reply's identity within the agency.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The form's own key, unique within the agency: the same form sent twice is one reply.</summary>
    public required Guid RequestKey { get; init; }

    /// <summary>The notice.</summary>
    public required Guid NoticeId { get; init; }

    /// <summary>What the agency says.</summary>
    public required string Text { get; init; }

    /// <summary>When it will be done, if said: a Beijing date.</summary>
    public DateOnly? ExpectedOn { get; init; }

    /// <summary>When it was sent.</summary>
    public required DateTimeOffset RepliedAt { get; init; }

    /// <summary>Who answered; <see langword="null"/> for sample data.</summary>
    public Guid? RepliedById { get; init; }

    /// <summary>The name at the time.</summary>
    public required string RepliedByName { get; init; }
}
