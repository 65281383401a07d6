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

/// <summary>Decides what a colleague asked for: that a case, or a part of it, is not published.</summary>
[Authorize(Policies.AgencyApproval)]
public sealed class DecideModel(
    CaseExemptionService service, CaseQueries cases, PresentView present, RuleMessages rules, IStringLocalizer<CaseText> text, IStringLocalizer<CasePagesText> pages)
    : CaseActModel(cases, present, rules, text, pages)
{
    [BindProperty]
    public DecideInput Input { get; set; } = new();

    protected override string DoneKey => Input.Approve is true ? "Decide.DoneApproved" : "Decide.DoneRefused";

    protected override bool IsPossible(CaseDetail detail) => detail is { Waiting: not null, IsCancelled: false };

    protected override async Task<IReadOnlyList<RuleViolation>> ActAsync(Guid id, CancellationToken cancellationToken) =>
        Input.Approve is { } approve && await service.DecideAsync(id, approve, Input.Note, cancellationToken) is { } violation ? [violation] : [];

    /// <summary>The form.</summary>
    public sealed class DecideInput
    {
        [Display(Name = "Decide.Approve")]
        [Required(ErrorMessage = "Decide.ApproveMissing")]
        public bool? Approve { get; set; }

        [Display(Name = "Decide.Note", Description = "Decide.NoteHint")]
        [StringLength(CaseExemption.ReasonLength)]
        [DataType(DataType.MultilineText)]
        public string? Note { get; set; }
    }
}
