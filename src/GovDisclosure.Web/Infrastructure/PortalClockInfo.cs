namespace GovDisclosure.Web.Infrastructure;

/// <summary>What the pages say about today.</summary>
/// <param name="Today">The portal's Beijing date.</param>
/// <param name="IsPinned">The date is set by hand, so every page says so.</param>
/// <param name="HasSampleData">The rows are made up for showing, so every page says so.</param>
public sealed record PortalClockInfo(DateOnly Today, bool IsPinned, bool HasSampleData);
