using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace GovDisclosure.Data;

/// <summary>Keeps enums as words in snake case, so that rows and policies read like the domain.</summary>
public static class EnumWords
{
    /// <summary>The word of a value: <c>FulfilledOnTime</c> is <c>fulfilled_on_time</c>.</summary>
    public static string ToWord<T>(T value)
        where T : struct, Enum => Words<T>.Of[value];

    /// <summary>The value of a word.</summary>
    /// <exception cref="FormatException">The word is none of the enum's.</exception>
    public static T FromWord<T>(string word)
        where T : struct, Enum =>
        TryFromWord<T>(word, out var value) ? value : throw new FormatException($"'{word}' is not a {typeof(T).Name}.");

    /// <summary>Finds the value of a word that came from outside.</summary>
    public static bool TryFromWord<T>(string? word, out T value)
        where T : struct, Enum
    {
        value = default;
        return word is not null && Words<T>.Back.TryGetValue(word, out value);
    }

    private static string Snake(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && text.Length > 0)
            {
                text.Append('_');
            }

            text.Append(char.ToLower(letter, CultureInfo.InvariantCulture));
        }

        return text.ToString();
    }

    private static class Words<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<T, string> Of = Enum.GetValues<T>().ToDictionary(value => value, value => Snake(value.ToString()));
        public static readonly Dictionary<string, T> Back = Of.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);
    }
}

/// <summary>Converts one enum for EF Core; registered by convention for every enum of Domain.</summary>
internal sealed class EnumWordConverter<T>() : ValueConverter<T, string>(value => EnumWords.ToWord(value), word => EnumWords.FromWord<T>(word))
    where T : struct, Enum;
