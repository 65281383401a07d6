namespace GovDisclosure.Web.Resources;

/// <summary>Labels, hints and complaints of forms: what data annotations name.</summary>
public sealed class FormText;
