namespace GovDisclosure.Domain.Agencies;

/// <summary>Which agencies are looked at side by side: those of one class have like work.</summary>
public enum AgencyClass
{
    /// <summary>市政府部门: the municipal departments, the municipal office among them.</summary>
    Departments,

    /// <summary>区政府: the district governments.</summary>
    Districts,

    /// <summary>党委部门和事业单位: party organs and public institutions that the plan names.</summary>
    PartyAndInstitutions,
}

/// <summary>Which kinds of agency make up a class. Sub-units are in none: their district answers for them.</summary>
public static class AgencyClasses
{
    /// <summary>The kinds of agency in a class.</summary>
    public static IReadOnlyList<AgencyKind> KindsOf(AgencyClass agencyClass) => agencyClass switch
    {
        AgencyClass.Departments => [AgencyKind.MunicipalOffice, AgencyKind.MunicipalDepartment],
        AgencyClass.Districts => [AgencyKind.District],
        AgencyClass.PartyAndInstitutions => [AgencyKind.PartyOrgan, AgencyKind.PublicInstitution],
        _ => throw new ArgumentOutOfRangeException(nameof(agencyClass), agencyClass, null),
    };

    /// <summary>The class of a kind of agency; <see langword="null"/> for a sub-unit.</summary>
    public static AgencyClass? Of(AgencyKind kind) => kind switch
    {
        AgencyKind.MunicipalOffice or AgencyKind.MunicipalDepartment => AgencyClass.Departments,
        AgencyKind.District => AgencyClass.Districts,
        AgencyKind.PartyOrgan or AgencyKind.PublicInstitution => AgencyClass.PartyAndInstitutions,
        AgencyKind.DistrictSubUnit => null,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
