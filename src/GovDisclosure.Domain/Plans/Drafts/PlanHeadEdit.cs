namespace GovDisclosure.Domain.Plans.Drafts;

/// <summary>The head of a plan as a person typed it.</summary>
public sealed record PlanHeadEdit(string Title, string DocumentNumber, string Issuer, DateOnly? IssuedOn, int? Year)
{
    /// <summary>The longest title or issuer.</summary>
    public const int TextLength = 200;

    /// <summary>The longest document number.</summary>
    public const int NumberLength = 100;

    private const int EarliestYear = 2008;
    private const int LatestYear = 2100;

    /// <summary>The same without what nobody can see.</summary>
    public PlanHeadEdit Cleaned() => this with
    {
        Title = PlainText.OneLine(Title),
        DocumentNumber = PlainText.OneLine(DocumentNumber),
        Issuer = PlainText.OneLine(Issuer),
    };

    /// <summary>Returns every rule that the head would break.</summary>
    public IEnumerable<RuleViolation> Check()
    {
        foreach (var violation in CheckText(Title, nameof(Title), TextLength)
            .Concat(CheckText(DocumentNumber, nameof(DocumentNumber), NumberLength))
            .Concat(CheckText(Issuer, nameof(Issuer), TextLength)))
        {
            yield return violation;
        }

        if (IssuedOn is null)
        {
            yield return new("IssuedOnMissing", nameof(IssuedOn));
        }

        if (Year is not { } year || year < EarliestYear || year > LatestYear)
        {
            yield return new("YearMissing", nameof(Year), EarliestYear, LatestYear);
        }
        else if (IssuedOn is { } day && (day.Year < year - 1 || day.Year > year + 1))
        {
            // A plan is issued in its year, now and then in the last weeks before it.
            yield return new("IssuedFarFromYear", nameof(IssuedOn), year);
        }
    }

    private static IEnumerable<RuleViolation> CheckText(string text, string field, int most)
    {
        if (text.Length == 0)
        {
            yield return new(field + "Missing", field);
        }
        else if (text.Length > most)
        {
            yield return new("TooLong", field, most);
        }
    }
}
