using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace GovDisclosure.TestCommon;

/// <summary>A form as a browser would send it: what stands in it, with some fields filled in anew.</summary>
public sealed class PortalForm
{
    private readonly List<KeyValuePair<string, string>> _fields;

    private PortalForm(string action, string method, List<KeyValuePair<string, string>> fields)
    {
        Action = action;
        Method = method;
        _fields = fields;
    }

    public string Action { get; }

    public string Method { get; }

    /// <summary>The names and values, in the order of the form.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Fields => _fields;

    /// <summary>Reads the first form that a selector finds.</summary>
    public static PortalForm Of(PortalPage page, string selector)
    {
        ArgumentNullException.ThrowIfNull(page);
        var form = (IHtmlFormElement)page.Find(selector);
        var address = page.Response.RequestMessage?.RequestUri?.PathAndQuery ?? "/";
        var action = form.GetAttribute("action");
        return new(string.IsNullOrEmpty(action) ? address : action, form.Method, [.. form.Elements.SelectMany(Sent)]);
    }

    /// <summary>Sets a field: every value of that name goes and these take its place. None leaves it out.</summary>
    public PortalForm With(string name, params string[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new(Action, Method,
        [
            .. _fields.Where(field => field.Key != name),
            .. values.Select(value => KeyValuePair.Create(name, value)),
        ]);
    }

    private static IEnumerable<KeyValuePair<string, string>> Sent(IElement element) => element switch
    {
        IHtmlInputElement { Name: { Length: > 0 } name, IsDisabled: false } input => input.Type switch
        {
            "submit" or "image" or "button" or "reset" or "file" => [],
            "checkbox" or "radio" => input.IsChecked ? [KeyValuePair.Create(name, input.Value)] : [],
            _ => [KeyValuePair.Create(name, input.Value)],
        },
        IHtmlTextAreaElement { Name: { Length: > 0 } name, IsDisabled: false } area => [KeyValuePair.Create(name, area.Value)],
        IHtmlSelectElement { Name: { Length: > 0 } name, IsDisabled: false } select =>
            select.Options.Where(option => option.IsSelected).Select(option => KeyValuePair.Create(name, option.Value)),
        _ => [],
    };
}
