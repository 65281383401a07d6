using GovDisclosure.Web.Infrastructure.Navigation;

namespace GovDisclosure.Web.Pages.Office.Plans;

/// <summary>The addresses under which the municipal office makes plans of documents.</summary>
public static class PlanLinks
{
    /// <summary>The plans and drafts.</summary>
    public const string Start = PortalPaths.OfficePlans;

    /// <summary>Brings a document.</summary>
    public const string Import = Start + "/import";

    /// <summary>A draft.</summary>
    public static string Draft(Guid id) => $"{Start}/drafts/{id}";

    /// <summary>A page of a draft's tasks, from 1.</summary>
    public static string Draft(Guid id, int page) => page == 1 ? Draft(id) : $"{Draft(id)}?part={page}";

    /// <summary>The draft where a task stands in it.</summary>
    public static string DraftAt(Guid id, int index) => $"{Draft(id, (index / DraftModel.PageSize) + 1)}#task-{index}";

    /// <summary>The head of a draft.</summary>
    public static string Head(Guid id) => $"{Draft(id)}/head";

    /// <summary>A task of a draft, by its place from 0.</summary>
    public static string Task(Guid id, int index) => $"{Draft(id)}/tasks/{index}";

    /// <summary>What a name of a draft stands for.</summary>
    public static string Name(Guid id, string name) => $"{Draft(id)}/name?name={Uri.EscapeDataString(name)}";

    /// <summary>A draft beside a plan.</summary>
    public static string Compare(Guid id) => $"{Draft(id)}/compare";

    /// <summary>The name of the day from which a revision holds, in the address and in the form.</summary>
    public const string EffectiveFrom = "Input.EffectiveFrom";

    /// <summary>What publishing a draft as a revision of its year's plan would do.</summary>
    public static string Revise(Guid id) => $"{Draft(id)}/revise";

    /// <summary>What publishing a draft would do.</summary>
    public static string Publish(Guid id) => $"{Draft(id)}/publish";
}
