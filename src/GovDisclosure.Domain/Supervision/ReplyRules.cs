namespace GovDisclosure.Domain.Supervision;

/// <summary>What must be true before an agency's reply is sent.</summary>
public static class ReplyRules
{
    /// <summary>The most replies to one notice.</summary>
    public const int MostReplies = 20;

    /// <summary>Returns every rule that the reply would break.</summary>
    /// <param name="text">What the agency says.</param>
    /// <param name="expectedOn">When it will be done, if said.</param>
    /// <param name="today">The present Beijing date.</param>
    /// <param name="sent">How many replies there are already.</param>
    public static IEnumerable<RuleViolation> Check(string text, DateOnly? expectedOn, DateOnly today, int sent)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            yield return new("ReplyMissing", "Text");
        }
        else if (text.Length > SupervisionReply.TextLength)
        {
            yield return new("ReplyTooLong", "Text", SupervisionReply.TextLength);
        }

        if (expectedOn < today)
        {
            yield return new("ExpectedPast", "ExpectedOn", today);
        }

        if (sent >= MostReplies)
        {
            yield return new("TooManyReplies", null, MostReplies);
        }
    }
}
