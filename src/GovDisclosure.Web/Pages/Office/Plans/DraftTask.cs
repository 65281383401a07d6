using GovDisclosure.Data.Plans.Drafts;
using GovDisclosure.Domain.Plans;

namespace GovDisclosure.Web.Pages.Office.Plans;

/// <summary>A task of a draft, as its row shows it.</summary>
/// <param name="Open">The draft.</param>
/// <param name="Index">The task's place from 0.</param>
/// <param name="Task">The task.</param>
public sealed record DraftTask(OpenDraft Open, int Index, ParsedTask Task);
