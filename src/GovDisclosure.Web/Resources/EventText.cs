namespace GovDisclosure.Web.Resources;

/// <summary>Texts of the pages about triggers other than penalty decisions.</summary>
public sealed class EventText;
