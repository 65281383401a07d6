using CsCheck;
using GovDisclosure.Domain.Districts;

namespace GovDisclosure.Domain.Tests.Districts;

public sealed class RollUpTests
{
    private static readonly DateTimeOffset First = new(2016, 10, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Last = First.AddDays(5);

    private static readonly Gen<PartFacts> Parts = Gen.Select(
        Gen.Bool, Gen.Nullable(Gen.Int[0, 5]), (chosen, day) => new PartFacts(chosen, day is { } found ? First.AddDays(found) : null));

    [Theory]
    [InlineData(RollUpMode.All)]
    [InlineData(RollUpMode.Any)]
    [InlineData(RollUpMode.Chosen)]
    public void CompletedAt_NoPart_FulfilsNothing(RollUpMode mode) => Assert.Null(RollUp.CompletedAt(mode, []));

    [Fact]
    public void CompletedAt_All_IsTheLastAndOnlyWhenNoneIsMissing()
    {
        Assert.Equal(Last, RollUp.CompletedAt(RollUpMode.All, [new(false, Last), new(true, First)]));
        Assert.Null(RollUp.CompletedAt(RollUpMode.All, [new(false, Last), new(true, null)]));
    }

    [Fact]
    public void CompletedAt_Any_IsTheFirst()
    {
        Assert.Equal(First, RollUp.CompletedAt(RollUpMode.Any, [new(false, Last), new(true, null), new(true, First)]));
        Assert.Null(RollUp.CompletedAt(RollUpMode.Any, [new(true, null)]));
    }

    [Fact]
    public void CompletedAt_Chosen_AsksOnlyThose()
    {
        Assert.Equal(First, RollUp.CompletedAt(RollUpMode.Chosen, [new(false, null), new(true, First)]));
        Assert.Null(RollUp.CompletedAt(RollUpMode.Chosen, [new(false, First), new(true, null)]));
        Assert.Null(RollUp.CompletedAt(RollUpMode.Chosen, [new(false, First)]));
    }

    [Fact]
    public void CompletedAt_RandomParts_AnyIsNeverAfterChosenNorChosenAfterAll() => Parts.List[1, 6].Sample(parts =>
    {
        var all = RollUp.CompletedAt(RollUpMode.All, parts);
        var chosen = RollUp.CompletedAt(RollUpMode.Chosen, parts);
        var any = RollUp.CompletedAt(RollUpMode.Any, parts);
        if (all is not null)
        {
            Assert.True(any <= all);
            Assert.True(chosen is null ? parts.All(part => !part.IsChosen) : chosen <= all);
        }

        if (chosen is not null)
        {
            Assert.True(any <= chosen);
        }
    });

    [Fact]
    public void Earlier_OwnAndParts_WhicheverCameFirst()
    {
        Assert.Equal(First, RollUp.Earlier(First, Last));
        Assert.Equal(First, RollUp.Earlier(Last, First));
        Assert.Equal(Last, RollUp.Earlier(null, Last));
        Assert.Equal(Last, RollUp.Earlier(Last, null));
        Assert.Null(RollUp.Earlier(null, null));
    }
}
