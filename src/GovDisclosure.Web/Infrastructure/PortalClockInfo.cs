namespace GovDisclosure.Web.Infrastructure;

/// <summary>What the pages say about today.</summary>
/// <param name="Today">The portal's Beijing date.</param>
/// <param name="IsPinned">The date is set by hand, so every page says so.</param>
/// <param name="HasSampleData">The rows are made up for showing, so every page says so.</param>
public sealed record PortalClockInfo(DateOnly Today, bool IsPinned, bool HasSampleData);

/// <summary>The plan that the portal is about at present.</summary>
/// <param name="Year">The plan's year, part of its address.</param>
/// <param name="Title">Its Chinese title as issued.</param>
/// <param name="TitleEnglish">The portal's English rendering.</param>
/// <param name="DocumentNumber">The document number with 〔〕, never translated.</param>
public sealed record CurrentPlan(int Year, string Title, string TitleEnglish, string DocumentNumber);
