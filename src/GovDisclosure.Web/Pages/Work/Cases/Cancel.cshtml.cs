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

/// <summary>Cancels a case that was entered by mistake, or with a wrong number or date.</summary>
[Authorize(Policies.DisclosureEdit)]
public sealed class CancelModel(
    CaseService service, CaseQueries cases, PresentView present, RuleMessages rules, IStringLocalizer<CaseText> text, IStringLocalizer<CasePagesText> pages)
    : CaseActModel(cases, present, rules, text, pages)
{
    [BindProperty]
    public CancelInput Input { get; set; } = new();

    protected override string DoneKey => "Cancel.Done";

    protected override bool IsPossible(CaseDetail detail) => detail is { Published: null, IsCancelled: false };

    protected override async Task<IReadOnlyList<RuleViolation>> ActAsync(Guid id, CancellationToken cancellationToken) =>
        await service.CancelAsync(id, Input.Reason, cancellationToken) is { } violation ? [violation] : [];

    /// <summary>The form.</summary>
    public sealed class CancelInput
    {
        [Display(Name = "Case.Reason")]
        [Required]
        [StringLength(TriggerEvent.ReasonLength)]
        [DataType(DataType.MultilineText)]
        public string? Reason { get; set; }
    }
}
