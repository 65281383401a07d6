using GovDisclosure.Domain.Calendars;

namespace GovDisclosure.TestCommon;

/// <summary>The day on which the tests take place.</summary>
public static class TestClock
{
    /// <summary>The portal's pinned date.</summary>
    public static DateOnly Today { get; } = new(2016, 10, 20);

    /// <summary>The pinned clock: the hour is the real one.</summary>
    public static BeijingClock Beijing { get; } = new(TimeProvider.System, Today);
}
