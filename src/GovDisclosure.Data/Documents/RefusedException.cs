using GovDisclosure.Domain.Documents;

namespace GovDisclosure.Data.Documents;

/// <summary>A reader gives up; never leaves the readers.</summary>
internal sealed class RefusedException(DocumentRefusalCode code, string? detail = null) : Exception($"The document is refused: {code}.")
{
    public DocumentRefusal Refusal { get; } = new(code, detail);
}
