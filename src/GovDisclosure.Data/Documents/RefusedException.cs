using GovDisclosure.Domain.Documents;

namespace GovDisclosure.Data.Documents;

/// <summary>A reader gives up; never leaves the readers.</summary>
internal sealed class RefusedException(DocumentRefusalCode code) : Exception($"The document is refused: {code}.")
{
    public DocumentRefusalCode Code { get; } = code;
}
