using System.ComponentModel.DataAnnotations;
using GovDisclosure.Data.PenaltyCases;
using GovDisclosure.Domain;
using GovDisclosure.Domain.Obligations;
using GovDisclosure.Web.Infrastructure.Accounts;
using GovDisclosure.Web.Infrastructure.Duties;
using GovDisclosure.Web.Infrastructure.Localization;
using GovDisclosure.Web.Resources;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace GovDisclosure.Web.Pages.Work.Cases;

/// <summary>Takes a published case down, with the reason; the date is kept.</summary>
[Authorize(Policies.DisclosureEdit)]
public sealed class TakeDownModel(
    CasePublicationService service, CaseQueries cases, PresentView present, RuleMessages rules, IStringLocalizer<CaseText> text, IStringLocalizer<CasePagesText> pages)
    : CaseActModel(cases, present, rules, text, pages)
{
    [BindProperty]
    public TakeDownInput Input { get; set; } = new();

    protected override string DoneKey => "TakeDown.Done";

    protected override bool IsPossible(CaseDetail detail) => detail.Published is not null;

    protected override async Task<IReadOnlyList<RuleViolation>> ActAsync(Guid id, CancellationToken cancellationToken) =>
        await service.TakeDownAsync(id, Input.Reason, Input.WasMistake, cancellationToken) is { } violation ? [violation] : [];

    /// <summary>The form.</summary>
    public sealed class TakeDownInput
    {
        [Display(Name = "Case.Reason")]
        [Required]
        [StringLength(TriggerEvent.ReasonLength)]
        [DataType(DataType.MultilineText)]
        public string? Reason { get; set; }

        [Display(Name = "TakeDown.WasMistake", Description = "TakeDown.WasMistakeHint")]
        public bool WasMistake { get; set; }
    }
}
