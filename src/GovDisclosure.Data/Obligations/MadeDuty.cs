using GovDisclosure.Domain.Obligations;

namespace GovDisclosure.Data.Obligations;

/// <summary>A duty as it is first written down.</summary>
/// <param name="Obligation">What never changes.</param>
/// <param name="Standing">Its first standing.</param>
/// <param name="Bases">Its bases, where there are several.</param>
public sealed record MadeDuty(Obligation Obligation, ObligationStanding Standing, IReadOnlyList<ObligationBasis> Bases);

/// <summary>Writes new duties into a unit of work.</summary>
internal static class MadeDuties
{
    public static void AddDuties(this GovDbContext db, IReadOnlyCollection<MadeDuty> made)
    {
        db.Obligations.AddRange(made.Select(duty => duty.Obligation));
        db.ObligationStandings.AddRange(made.Select(duty => duty.Standing));
        db.ObligationBases.AddRange(made.SelectMany(duty => duty.Bases));
    }
}
