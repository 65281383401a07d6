using Microsoft.Extensions.Localization;

namespace GovDisclosure.Web.Infrastructure.Localization;

/// <summary>While developing, a text without a translation is a failure, not a key on the page.</summary>
public sealed class StrictStringLocalizerFactory(ResourceManagerStringLocalizerFactory inner) : IStringLocalizerFactory
{
    public IStringLocalizer Create(Type resourceSource) => new StrictStringLocalizer(inner.Create(resourceSource));

    public IStringLocalizer Create(string baseName, string location) => new StrictStringLocalizer(inner.Create(baseName, location));
}

/// <summary>Throws where the wrapped localizer would answer with the key itself.</summary>
public sealed class StrictStringLocalizer(IStringLocalizer inner) : IStringLocalizer
{
    public LocalizedString this[string name] => Found(inner[name]);

    public LocalizedString this[string name, params object[] arguments] => Found(inner[name, arguments]);

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => inner.GetAllStrings(includeParentCultures);

    private static LocalizedString Found(LocalizedString text) =>
        text.ResourceNotFound ? throw new KeyNotFoundException($"No text for the key '{text.Name}' in {text.SearchedLocation}.") : text;
}
