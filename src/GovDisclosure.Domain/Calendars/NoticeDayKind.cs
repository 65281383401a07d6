namespace GovDisclosure.Domain.Calendars;

/// <summary>What a notice makes of a day.</summary>
public enum NoticeDayKind
{
    /// <summary>放假: off.</summary>
    Holiday,

    /// <summary>上班: a Saturday or Sunday that is worked.</summary>
    MakeUpWorkday,

    /// <summary>An earlier notice's change is taken back: Monday to Friday worked, Saturday and Sunday off (2020-02-01).</summary>
    Ordinary,
}
