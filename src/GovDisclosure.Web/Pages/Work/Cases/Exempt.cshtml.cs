using System.ComponentModel.DataAnnotations;
using GovDisclosure.Data.PenaltyCases;
using GovDisclosure.Domain;
using GovDisclosure.Domain.PenaltyCases;
using GovDisclosure.Web.Infrastructure.Accounts;
using GovDisclosure.Web.Infrastructure.Duties;
using GovDisclosure.Web.Infrastructure.Localization;
using GovDisclosure.Web.Resources;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace GovDisclosure.Web.Pages.Work.Cases;

/// <summary>Asks that a case, or a part of it, is not published.</summary>
[Authorize(Policies.DisclosureEdit)]
public sealed class ExemptModel(
    CaseExemptionService service, CaseQueries cases, PresentView present, RuleMessages rules, IStringLocalizer<CaseText> text, IStringLocalizer<CasePagesText> pages)
    : CaseActModel(cases, present, rules, text, pages)
{
    [BindProperty]
    public ExemptInput Input { get; set; } = new();

    protected override string DoneKey => "Exempt.Done";

    protected override bool IsPossible(CaseDetail detail) => detail is { Published: null, IsCancelled: false, IsExempt: false, Waiting: null };

    protected override async Task<IReadOnlyList<RuleViolation>> ActAsync(Guid id, CancellationToken cancellationToken) =>
        await service.AskAsync(id, Input.Scope, Input.Ground, Input.Reason, cancellationToken);

    /// <summary>The form.</summary>
    public sealed class ExemptInput
    {
        [Display(Name = "Exempt.Scope")]
        [Required(ErrorMessage = "Exempt.ScopeMissing")]
        public ExemptionScope? Scope { get; set; }

        [Display(Name = "Exempt.Ground")]
        [Required(ErrorMessage = "Exempt.GroundMissing")]
        public ExemptionGround? Ground { get; set; }

        [Display(Name = "Case.Reason", Description = "Exempt.ReasonHint")]
        [Required]
        [StringLength(CaseExemption.ReasonLength)]
        [DataType(DataType.MultilineText)]
        public string? Reason { get; set; }
    }
}
