namespace GovDisclosure.Domain.Deadlines;

/// <summary>A run of days off under one holiday's name, as a sentence would name it: 国庆节, October 1 to 7.</summary>
/// <param name="Name">The holiday, as its notice names it.</param>
/// <param name="First">The first of its days in the explanation.</param>
/// <param name="Last">The last of them.</param>
/// <param name="Notice">The document number of the notice, or null where it is not known.</param>
public sealed record HolidaySpan(string Name, DateOnly First, DateOnly Last, string? Notice);
