using GovDisclosure.Web.Resources;
using Microsoft.Extensions.Localization;

namespace GovDisclosure.Web.Infrastructure.Localization;

/// <summary>
/// The texts of annotations: labels, hints and messages of one form are FormText's; the portal's own messages for what an annotation
/// demands, <c>Validation.…</c>, are SharedText's.
/// </summary>
internal sealed class FormLocalizer(IStringLocalizerFactory factory) : IStringLocalizer
{
    private const string SharedPrefix = "Validation.";

    private readonly IStringLocalizer _form = factory.Create(typeof(FormText));
    private readonly IStringLocalizer _shared = factory.Create(typeof(SharedText));

    public LocalizedString this[string name] => For(name)[name];

    public LocalizedString this[string name, params object[] arguments] => For(name)[name, arguments];

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => _form.GetAllStrings(includeParentCultures);

    private IStringLocalizer For(string name) => name.StartsWith(SharedPrefix, StringComparison.Ordinal) ? _shared : _form;
}
