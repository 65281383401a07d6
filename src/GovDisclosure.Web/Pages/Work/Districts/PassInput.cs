using System.ComponentModel.DataAnnotations;
using System.Globalization;
using GovDisclosure.Domain;
using GovDisclosure.Domain.Districts;

namespace GovDisclosure.Web.Pages.Work.Districts;

/// <summary>The form that passes a duty down.</summary>
public sealed class PassInput
{
    /// <summary>Made when the form was shown, so that the same form sent twice passes once.</summary>
    public Guid? RequestKey { get; set; }

    /// <summary>The identities of the sub-units ticked, as sent.</summary>
    public IList<string> Units { get; set; } = [];

    /// <summary>The own due dates, as typed, by sub-unit.</summary>
    public IDictionary<string, string?> Dues { get; set; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    [Display(Name = "Pass.RollUp", Description = "Pass.RollUpHint")]
    [EnumDataType(typeof(RollUpMode))]
    public RollUpMode RollUp { get; set; }

    /// <summary>The identities of the sub-units whose parts count where only chosen ones do, as sent.</summary>
    public IList<string> Chosen { get; set; } = [];

    [Display(Name = "Pass.Note", Description = "Pass.NoteHint")]
    [StringLength(DutyPass.NoteLength)]
    [DataType(DataType.MultilineText)]
    public string? Note { get; set; }

    /// <summary>The date typed for a sub-unit, as typed.</summary>
    public string? DueOf(Guid unit) => Dues.TryGetValue(unit.ToString(), out var typed) ? typed : null;

    /// <summary>What the form asks for. Call it once its shape is known to be right.</summary>
    public PassDraft ToDraft(IEnumerable<Guid> units, IReadOnlyCollection<Guid> chosen) => new(
        [.. units.Select(unit => new UnitDraft(unit, TryReadDay(DueOf(unit), out var day) ? day : null))],
        RollUp, chosen, PlainText.Lines(Note) is { Length: > 0 } note ? note : null);

    /// <summary>Reads a date as browsers send it; nothing typed is no date, and false is something that is none.</summary>
    public static bool TryReadDay(string? typed, out DateOnly? day)
    {
        day = null;
        if (string.IsNullOrWhiteSpace(typed))
        {
            return true;
        }

        var read = DateOnly.TryParseExact(typed.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value);
        day = read ? value : null;
        return read;
    }
}
