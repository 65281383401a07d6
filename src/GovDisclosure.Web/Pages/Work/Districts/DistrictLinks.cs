using GovDisclosure.Data;
using GovDisclosure.Data.Obligations;
using GovDisclosure.Web.Infrastructure.Navigation;
using GovDisclosure.Web.Pages.Work.Obligations;
using Microsoft.AspNetCore.Http.Extensions;

namespace GovDisclosure.Web.Pages.Work.Districts;

/// <summary>The addresses of a district's pages about its sub-units.</summary>
public static class DistrictLinks
{
    public const string Unit = "unit";
    public const string State = "state";
    public const string After = "after";
    public const string Before = "before";

    /// <summary>The list of parts.</summary>
    public const string Duties = PortalPaths.Units + "/duties";

    /// <summary>The form that passes a duty down.</summary>
    public static string Pass(Guid obligationId) => $"{WorkLinks.Duty(obligationId)}/pass";

    /// <summary>The form that takes a part back from a sub-unit.</summary>
    public static string TakeBack(Guid obligationId, Guid unitId) => $"{Pass(obligationId)}/take-back?{Unit}={unitId}";

    /// <summary>The parts of one sub-unit or of all, in some states, from or up to a place.</summary>
    public static string Parts(string? unit, StateFilter state, ObligationCursor? after = null, ObligationCursor? before = null)
    {
        var query = new QueryBuilder();
        if (unit is not null)
        {
            query.Add(Unit, unit);
        }

        if (state != StateFilter.Unfinished)
        {
            query.Add(State, EnumWords.ToWord(state));
        }

        if (after is { } from)
        {
            query.Add(After, DutyAddress.WritePlace(from));
        }

        if (before is { } to)
        {
            query.Add(Before, DutyAddress.WritePlace(to));
        }

        return Duties + query;
    }
}
