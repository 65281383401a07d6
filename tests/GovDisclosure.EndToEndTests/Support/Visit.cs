namespace GovDisclosure.EndToEndTests.Support;

/// <summary>How somebody visits: with which language, colours, window and browser.</summary>
public sealed record Visit
{
    /// <summary>A wide window, Chinese, light, with JavaScript.</summary>
    public static Visit Usual { get; } = new();

    public bool English { get; init; }

    public bool Dark { get; init; }

    public bool JavaScript { get; init; } = true;

    /// <summary>The width of the window in CSS pixels.</summary>
    public int Width { get; init; } = 1280;
}
