namespace GovDisclosure.Domain.Agencies;

/// <summary>What kind of body an agency (机关) is; group phrases of a plan such as 各区政府 are defined over it.</summary>
public enum AgencyKind
{
    /// <summary>市政府办公厅: runs the plan, reads every agency, and is an agency with duties of its own.</summary>
    MunicipalOffice,

    /// <summary>市政府部门: a department of the municipal government.</summary>
    MunicipalDepartment,

    /// <summary>党委部门: a party organ that the plan names.</summary>
    PartyOrgan,

    /// <summary>事业单位: a public institution that the plan names.</summary>
    PublicInstitution,

    /// <summary>区政府: a district government.</summary>
    District,

    /// <summary>委办局, 街道, 乡镇: a unit below a district government.</summary>
    DistrictSubUnit,
}
