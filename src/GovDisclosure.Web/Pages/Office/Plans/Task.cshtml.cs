using GovDisclosure.Data.Plans.Drafts;
using GovDisclosure.Domain;
using GovDisclosure.Domain.Plans;
using GovDisclosure.Domain.Plans.Drafts;
using GovDisclosure.Web.Infrastructure;
using GovDisclosure.Web.Infrastructure.Accounts;
using GovDisclosure.Web.Infrastructure.Localization;
using GovDisclosure.Web.Infrastructure.Notifications;
using GovDisclosure.Web.Resources;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace GovDisclosure.Web.Pages.Office.Plans;

/// <summary>Corrects a task of a draft: number, words, who, by when; splits it, joins it with the next, or leaves it out.</summary>
[Authorize(Policies.Office)]
public sealed class TaskModel(PlanDraftQueries drafts, PlanDraftService service, RuleMessages rules, IStringLocalizer<PlanImportText> text) : PageModel
{
    [BindProperty]
    public TaskInput Input { get; set; } = new();

    public OpenDraft Open { get; private set; } = null!;

    public int Index { get; private set; }

    public ParsedTask Task => Open.Draft.Plan.Tasks[Index];

    public bool HasNext => Index + 1 < Open.Draft.Plan.Tasks.Count;

    /// <summary>The places after sentences at which the task may be split, with the words that would begin the second.</summary>
    public IEnumerable<(int Offset, string Begins)> SplitPlaces => SentenceEnds.Of(Task.Text).Where(offset => PlanDraftEdits.CanSplit(Task, offset))
        .Select(offset => (offset, Task.Text[offset..].TrimStart() is { Length: > SentenceEnds.Shown } rest ? rest[..SentenceEnds.Shown] + "…" : Task.Text[offset..].Trim()));

    public async Task<IActionResult> OnGetAsync(Guid id, int index, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, index, cancellationToken))
        {
            return NotFound();
        }

        Input = TaskInput.Of(Task, Open.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, int index, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, index, cancellationToken))
        {
            return NotFound();
        }

        if (ModelState.IsValid)
        {
            // Rows that were left empty go, so that a message stands at the row that is shown.
            Input.Deadlines = [.. Input.Deadlines.Where(deadline => !deadline.IsEmpty)];
            var edit = Input.ToEdit();
            var result = await service.CorrectAsync(
                id, Input.Version, draft => TaskEditRules.Check(edit, draft.Plan.Sections), draft => draft.WithTask(index, edit), cancellationToken);
            if (result.IsDone)
            {
                return LocalRedirect(PlanLinks.DraftAt(id, index));
            }

            StaleForm.Tell(this, result, Open.Version, text);
            Input.Version = Open.Version;
            rules.Add(ModelState, nameof(Input), result.Violations, text);
        }

        return this.Refused();
    }

    public Task<IActionResult> OnPostSplitAsync(Guid id, int index, uint version, int? offset, CancellationToken cancellationToken) => ChangeAsync(
        id, index, version,
        task => offset is { } at && PlanDraftEdits.CanSplit(task, at) ? null : new RuleViolation("SplitPlace"),
        draft => draft.Split(index, offset!.Value), cancellationToken);

    public Task<IActionResult> OnPostMergeAsync(Guid id, int index, uint version, CancellationToken cancellationToken) => ChangeAsync(
        id, index, version, _ => HasNext ? null : new RuleViolation("NoNext"), draft => draft.MergeWithNext(index), cancellationToken);

    public Task<IActionResult> OnPostRemoveAsync(Guid id, int index, uint version, CancellationToken cancellationToken) => ChangeAsync(
        id, index, version, _ => null, draft => draft.Without(index), cancellationToken);

    private async Task<IActionResult> ChangeAsync(
        Guid id, int index, uint version, Func<ParsedTask, RuleViolation?> check, Func<PlanDraft, PlanDraft> change, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, index, cancellationToken))
        {
            return NotFound();
        }

        var result = await service.CorrectAsync(
            id, version, draft => check(draft.Plan.Tasks[index]) is { } violation ? [violation] : [], change, cancellationToken);
        if (!result.IsDone)
        {
            TempData.Notify(new Notification(NotificationKind.Information, result.IsStale ? text["Rule.Stale"] : rules.Say(result.Violations[0], text)));
            return LocalRedirect(PlanLinks.Task(id, index));
        }

        return LocalRedirect(PlanLinks.DraftAt(id, index));
    }

    private async Task<bool> LoadAsync(Guid id, int index, CancellationToken cancellationToken)
    {
        Open = (await drafts.FindAsync(id, cancellationToken))!;
        Index = index;
        return Open is { IsOpen: true } && index >= 0 && index < Open.Draft.Plan.Tasks.Count;
    }
}
