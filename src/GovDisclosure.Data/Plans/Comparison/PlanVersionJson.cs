using System.Text.Json;
using System.Text.Json.Serialization;
using GovDisclosure.Domain.Plans.Comparison;

namespace GovDisclosure.Data.Plans.Comparison;

/// <summary>A version of a plan as the database keeps it, to be compared with others.</summary>
internal static class PlanVersionJson
{
    private static readonly JsonSerializerOptions Options = new() { Converters = { new JsonStringEnumConverter() } };

    public static string Write(ComparablePlan plan) => JsonSerializer.Serialize(plan, Options);

    public static ComparablePlan Read(string json) => JsonSerializer.Deserialize<ComparablePlan>(json, Options) ?? throw new InvalidDataException("The version is empty.");
}
