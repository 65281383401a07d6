namespace GovDisclosure.Domain.Settings;

/// <summary>A value that administrators set, over a stretch of recorded time: what was shown on a past day can be shown again.</summary>
public sealed class PortalSetting
{
    /// <summary>What is set.</summary>
    public required string Name { get; init; }

    /// <summary>The instant from which it holds.</summary>
    public required DateTimeOffset ValidFrom { get; init; }

    /// <summary>The instant from which another holds; <see langword="null"/> for the present one.</summary>
    public DateTimeOffset? ValidTo { get; set; }

    /// <summary>The value as JSON.</summary>
    public required string Value { get; init; }

    /// <summary>Who set it, at the time.</summary>
    public required string ActorName { get; init; }
}
