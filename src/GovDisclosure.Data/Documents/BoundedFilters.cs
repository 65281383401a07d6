using System.IO.Compression;
using GovDisclosure.Domain.Documents;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace GovDisclosure.Data.Documents;

/// <summary>
/// Unpacks the streams of a PDF within the limits. The library unpacks into memory whatever comes; here a stream is first unpacked into nothing,
/// to see how large it is. What the library swallows is remembered. The characters of the pages are counted here as well.
/// </summary>
internal sealed class BoundedFilters(DocumentDraft draft) : IFilterProvider
{
    // LZW writes up to 2,730 bytes for each that it reads and nobody has used it for text in twenty years.
    private const int MostLzwBytes = 64 * 1024;

    private readonly Dictionary<IFilter, IFilter> _bounded = new(ReferenceEqualityComparer.Instance);
    private long _left = draft.Limits.MostUnpacked;
    private DocumentRefusalCode? _refusal;
    private int _glyphs;

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Bound(DefaultFilterProvider.Instance.GetFilters(dictionary));

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => Bound(DefaultFilterProvider.Instance.GetNamedFilters(names));

    public IReadOnlyList<IFilter> GetAllFilters() => Bound(DefaultFilterProvider.Instance.GetAllFilters());

    /// <summary>Refuses the file where its streams unpacked to too much or the time was up, even if the library went on.</summary>
    public void ThrowIfExhausted()
    {
        draft.Cancellation.ThrowIfCancellationRequested();
        if (_refusal is { } refusal)
        {
            throw new RefusedException(refusal);
        }
    }

    /// <summary>Counts a character that a page prints.</summary>
    public void CountGlyph()
    {
        _refusal ??= ++_glyphs > draft.Limits.MostGlyphs ? DocumentRefusalCode.TooMuch : null;
        ThrowIfExhausted();
    }

    private IReadOnlyList<IFilter> Bound(IReadOnlyList<IFilter> filters) =>
        [.. filters.Select(filter => _bounded.TryGetValue(filter, out var bounded) ? bounded : _bounded[filter] = new Bounded(filter, this))];

    private void Spend(long bytes)
    {
        draft.Cancellation.ThrowIfCancellationRequested();
        _left -= bytes;
        _refusal ??= _left < 0 ? DocumentRefusalCode.UnpacksTooLarge : null;
        ThrowIfExhausted();
    }

    private void CountFlate(Memory<byte> input)
    {
        // Two bytes of header, then the compressed data; what is damaged ends the counting as it ends the unpacking.
        if (input.Length < 3)
        {
            return;
        }

        try
        {
            using var unpacked = new DeflateStream(new MemoryStream(input[2..].ToArray(), writable: false), CompressionMode.Decompress);
            var buffer = new byte[81920];
            int read;
            while ((read = unpacked.Read(buffer)) > 0)
            {
                Spend(read);
            }
        }
        catch (InvalidDataException)
        {
            // The library finds out by itself.
        }
    }

    private sealed class Bounded(IFilter filter, BoundedFilters budget) : IFilter
    {
        public bool IsSupported => filter.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            budget.ThrowIfExhausted();
            if (filter is FlateFilter)
            {
                budget.CountFlate(input);
            }
            else if (filter is LzwFilter && input.Length > MostLzwBytes)
            {
                budget.Spend(long.MaxValue / 2);
            }

            var output = filter.Decode(input, streamDictionary, filterProvider, filterIndex);
            if (filter is not FlateFilter)
            {
                budget.Spend(output.Length);
            }

            return output;
        }
    }
}
