using Microsoft.Extensions.Localization;

namespace GovDisclosure.Web.Infrastructure.Localization;

/// <summary>
/// Texts of data annotations: what a form names is its own, in FormText; the messages that <see cref="ModelMessages"/> gives to annotations
/// without one are everybody's, in SharedText.
/// </summary>
internal sealed class AnnotationLocalizer(IStringLocalizer form, IStringLocalizer shared) : IStringLocalizer
{
    public LocalizedString this[string name] => For(name)[name];

    public LocalizedString this[string name, params object[] arguments] => For(name)[name, arguments];

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) =>
        form.GetAllStrings(includeParentCultures).Concat(shared.GetAllStrings(includeParentCultures));

    private IStringLocalizer For(string name) => name.StartsWith("Validation.", StringComparison.Ordinal) ? shared : form;
}
