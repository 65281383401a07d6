using CsCheck;
using GovDisclosure.Domain.Agencies;

namespace GovDisclosure.Domain.Tests.Agencies;

public sealed class AgencyResolverTests
{
    private static readonly DateOnly Plan = new(2019, 4, 1);
    private static readonly DateOnly Merger = new(2018, 11, 8);
    private static readonly Guid Market = Guid.NewGuid();
    private static readonly Guid Education = Guid.NewGuid();
    private static readonly Guid Science = Guid.NewGuid();
    private static readonly Guid Old = Guid.NewGuid();
    private static readonly Guid Districts = Guid.NewGuid();

    private static readonly AgencyResolver Resolver = new(
    [
        new(Market, "市市场监管局", AgencyNameKind.ShortName, Merger),
        new(Market, "某市市场监督管理局", AgencyNameKind.FullName, Merger),
        new(Market, "市工商局", AgencyNameKind.FormerName, Merger),
        new(Old, "市工商局", AgencyNameKind.ShortName, To: Merger.AddDays(-1)),
        new(Education, "市教委", AgencyNameKind.ShortName),
        new(Education, "市教育局", AgencyNameKind.Alias),
        new(Science, "市科委", AgencyNameKind.ShortName),
        new(Districts, "各区政府", AgencyNameKind.Group),
    ]);

    [Theory]
    [InlineData("市市场监管局")]
    [InlineData("某市市场监督管理局")]
    [InlineData("市工商局")]
    [InlineData("市市場監管局")]
    public void Resolve_EveryNameOfAnAgency_IsIt(string name) =>
        Assert.Equal((ResolutionKind.Known, Market), (Resolver.Resolve(name, Plan).Kind, Resolver.Resolve(name, Plan).Holder));

    [Fact]
    public void Resolve_FormerName_IsWhoHadItOnTheDate() =>
        Assert.Equal(Old, Resolver.Resolve("市工商局", Merger.AddDays(-1)).Holder);

    [Fact]
    public void Resolve_NameNotYetInUse_IsNotTaken()
    {
        var resolution = Resolver.Resolve("市市场监管局", new DateOnly(2016, 1, 1));

        Assert.Equal((ResolutionKind.OutOfDate, (Guid?)null), (resolution.Kind, resolution.Holder));
        Assert.Equal(Market, Assert.Single(resolution.Matches).Holder);
    }

    [Fact]
    public void Resolve_NameOfTwo_IsForAPersonToSay()
    {
        var resolver = new AgencyResolver([new(Market, "市信息办", AgencyNameKind.Alias), new(Science, "市信息办", AgencyNameKind.Alias)]);

        Assert.Equal((ResolutionKind.Ambiguous, 2), (resolver.Resolve("市信息办", Plan).Kind, resolver.Resolve("市信息办", Plan).Matches.Count));
    }

    [Fact]
    public void Resolve_NameOfOneAndFormerNameOfAnother_IsWhoseItWasOnTheDate()
    {
        var resolver = new AgencyResolver([new(Old, "市文化局", AgencyNameKind.FormerName, To: Merger.AddDays(-1)), new(Market, "市文化局", AgencyNameKind.ShortName, Merger)]);

        Assert.Equal((Old, Market), (resolver.Resolve("市文化局", Merger.AddDays(-1)).Holder, resolver.Resolve("市文化局", Merger).Holder));
    }

    [Fact]
    public void Resolve_NameThatAFormerHolderAndANewOneHadAtOnce_IsForAPersonToSay()
    {
        var resolver = new AgencyResolver([new(Old, "市文化局", AgencyNameKind.FormerName, To: Merger), new(Market, "市文化局", AgencyNameKind.ShortName)]);

        Assert.Equal(ResolutionKind.Ambiguous, resolver.Resolve("市文化局", Merger).Kind);
    }

    [Theory]
    [InlineData("市教育委员会", "市教委", 1)]
    [InlineData("各区人民政府", "各区政府", 0)]
    [InlineData("市经委", "市教委", 1)]
    [InlineData("市教委(市语委)", "市教委", 0)]
    public void Resolve_UnknownName_IsNewWithTheNearest(string name, string nearest, int distance)
    {
        var resolution = Resolver.Resolve(name, Plan);

        Assert.Equal((ResolutionKind.New, (Guid?)null), (resolution.Kind, resolution.Holder));
        Assert.Contains(resolution.Nearest, near => near.Name.Name == nearest && near.Distance == distance);
        Assert.Equal(resolution.Nearest.OrderBy(near => near.Distance), resolution.Nearest);
    }

    [Fact]
    public void Resolve_NothingAlike_HasNoNearest() => Assert.Empty(Resolver.Resolve("国网供电公司", Plan).Nearest);

    [Fact]
    public void Resolve_AnyName_IsKeptAsWritten() =>
        Gen.String.Sample(name => Assert.Equal(name, Resolver.Resolve(name, Plan).Name));
}
