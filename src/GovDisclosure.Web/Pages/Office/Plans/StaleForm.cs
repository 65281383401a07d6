using GovDisclosure.Data.Plans.Drafts;
using GovDisclosure.Web.Resources;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace GovDisclosure.Web.Pages.Office.Plans;

/// <summary>A form that somebody else's correction overtook: it is told so, comes back as it was typed, and may be sent again.</summary>
internal static class StaleForm
{
    public static void Tell(PageModel page, CorrectionResult result, uint version, IStringLocalizer<PlanImportText> text)
    {
        if (result.IsStale)
        {
            page.ModelState.AddModelError("", text["Rule.Stale"]);
        }

        // The next try is against what is there now; the form's hidden field must not keep the old one.
        page.ModelState.SetModelValue("Input.Version", version, version.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }
}
