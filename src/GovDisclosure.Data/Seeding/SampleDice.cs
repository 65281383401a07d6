using System.Diagnostics.CodeAnalysis;

namespace GovDisclosure.Data.Seeding;

/// <summary>Chance with a fixed seed: the same sample on every machine.</summary>
[SuppressMessage("Security", "CA5394:Do not use insecure randomness", Justification = "The sample must be predictable; nothing is secret.")]
internal sealed class SampleDice(int seed)
{
    private readonly Random _random = new(seed);

    public int Below(int limit) => _random.Next(limit);

    public double Share() => _random.NextDouble();

    public bool Chance(double probability) => _random.NextDouble() < probability;
}
