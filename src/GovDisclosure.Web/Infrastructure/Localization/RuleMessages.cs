using System.Globalization;
using GovDisclosure.Domain;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace GovDisclosure.Web.Infrastructure.Localization;

/// <summary>Puts the rules that stand against an input beside the fields that they are about, in the reader's language.</summary>
public sealed class RuleMessages(PortalFormat format)
{
    /// <summary>Adds each violation as the text <c>Rule.{Code}</c>. A field that has a message already keeps that one.</summary>
    /// <param name="state">The form's state.</param>
    /// <param name="prefix">The name of the form's model, such as <c>Input</c>; empty where its fields have no name before them.</param>
    /// <param name="violations">What the rules found.</param>
    /// <param name="text">The feature's texts.</param>
    public void Add(ModelStateDictionary state, string prefix, IEnumerable<RuleViolation> violations, IStringLocalizer text)
    {
        foreach (var violation in violations)
        {
            var key = violation.Field is not { } field ? "" : prefix.Length == 0 ? field : $"{prefix}.{field}";
            if (key.Length == 0 || state.GetFieldValidationState(key) != ModelValidationState.Invalid)
            {
                state.AddModelError(key, Say(violation, text));
            }
        }
    }

    /// <summary>Puts one violation into words: the text <c>Rule.{Code}</c>.</summary>
    public string Say(RuleViolation violation, IStringLocalizer text)
    {
        ArgumentNullException.ThrowIfNull(violation);
        return text[$"Rule.{violation.Code}", [.. violation.Arguments.Select(Show)]];
    }

    private object Show(object argument) => argument switch
    {
        DateOnly day => format.Day(day),
        decimal number => number.ToString("0.####", CultureInfo.InvariantCulture),
        int number => PortalFormat.Count(number),
        _ => argument,
    };
}
