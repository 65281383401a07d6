using GovDisclosure.Data.Obligations;
using GovDisclosure.Data.Plans;
using GovDisclosure.Web.Resources;
using Microsoft.Extensions.Localization;

namespace GovDisclosure.Web.Infrastructure;

/// <summary>The plan that the portal is about at present.</summary>
/// <param name="Year">The plan's year, part of its address; 0 before a plan is loaded.</param>
/// <param name="Title">Its Chinese title as issued.</param>
/// <param name="TitleEnglish">The portal's English rendering.</param>
/// <param name="DocumentNumber">The document number with 〔〕, never translated.</param>
/// <param name="Figures">How much it asks, and of how many; null before a plan is loaded.</param>
public sealed record CurrentPlan(int Year, string Title, string TitleEnglish, string DocumentNumber, PlanFigures? Figures)
{
    /// <summary>Whether there is one. While the database cannot be reached, pages do without its name.</summary>
    public bool IsKnown => Figures is not null;

    internal static CurrentPlan From(IServiceProvider provider)
    {
        if (provider.GetRequiredService<CurrentPlanCache>().Current is not { } plan)
        {
            return new CurrentPlan(0, "", "", "", null);
        }

        var text = provider.GetRequiredService<IStringLocalizer<SharedText>>();
        return new CurrentPlan(plan.Head.Year, plan.Head.Title, text["Plan.Title", plan.Head.Year], plan.Head.DocumentNumber, plan.Figures);
    }
}

/// <summary>Sees to it that the plan's name, and what its tasks wait for, is at hand before a page is made; a static file needs none.</summary>
internal sealed class CurrentPlanMiddleware(RequestDelegate next, CurrentPlanCache plans, TriggerKindsCache kinds)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<Microsoft.AspNetCore.Mvc.RazorPages.PageActionDescriptor>() is not null)
        {
            await plans.RefreshAsync(context.RequestAborted);
            await kinds.RefreshAsync(context.RequestAborted);
        }

        await next(context);
    }
}
