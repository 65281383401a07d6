using System.Text.Json;
using System.Text.Json.Serialization;
using GovDisclosure.Domain.Plans.Drafts;

namespace GovDisclosure.Data.Plans.Drafts;

/// <summary>A draft as the database keeps it. The JSON that plans are exchanged in is another (<c>docs/plan.schema.json</c>).</summary>
internal static class PlanDraftJson
{
    private static readonly JsonSerializerOptions Options = new() { Converters = { new JsonStringEnumConverter() } };

    public static string Write(PlanDraft draft) => JsonSerializer.Serialize(draft, Options);

    public static PlanDraft Read(string json) => JsonSerializer.Deserialize<PlanDraft>(json, Options) ?? throw new InvalidDataException("The draft is empty.");
}
