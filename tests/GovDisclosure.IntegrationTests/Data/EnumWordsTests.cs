using GovDisclosure.Data;
using GovDisclosure.Domain.Obligations;
using GovDisclosure.TestCommon;

namespace GovDisclosure.IntegrationTests.Data;

/// <summary>Enums are kept as words: whoever reads a row reads the domain's own terms.</summary>
public sealed class EnumWordsTests(PortalServer server)
{
    public static TheoryData<Type> Enums => [.. typeof(ObligationState).Assembly.GetTypes().Where(type => type is { IsEnum: true, IsPublic: true })];

    [Theory]
    [InlineData(ObligationState.FulfilledOnTime, "fulfilled_on_time")]
    [InlineData(ObligationState.DueSoon, "due_soon")]
    [InlineData(ObligationState.Exempt, "exempt")]
    public void ToWord_State_SnakeCase(ObligationState state, string word)
    {
        Assert.Equal(word, EnumWords.ToWord(state));
        Assert.Equal(state, EnumWords.FromWord<ObligationState>(word));
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("Overdue")]
    [InlineData("0")]
    [InlineData("gone")]
    public void TryFromWord_NoWord_False(string? word) => Assert.False(EnumWords.TryFromWord<ObligationState>(word, out _));

    [Fact]
    public void FromWord_NoWord_Throws() => Assert.Throws<FormatException>(() => EnumWords.FromWord<ObligationState>("gone"));

    [Theory]
    [MemberData(nameof(Enums))]
    public void ToWord_EveryEnumOfDomain_FitsItsColumnAndIsUnique(Type type)
    {
        var words = Enum.GetValuesAsUnderlyingType(type).Cast<object>()
            .Select(value => (string)typeof(EnumWords).GetMethod(nameof(EnumWords.ToWord))!.MakeGenericMethod(type).Invoke(null, [Enum.ToObject(type, value)])!)
            .ToList();

        Assert.All(words, word => Assert.Matches("^[a-z]+(_[a-z]+)*$", word));
        Assert.All(words, word => Assert.InRange(word.Length, 1, 40));
        Assert.Distinct(words);
    }

    [Fact]
    public async Task Rows_Dispositions_AreWords()
    {
        var found = await Sql.ListAsync(server.Administrator, "SELECT DISTINCT disposition FROM gov.obligation_standing");

        Assert.Subset(new HashSet<string> { "open", "exempt", "cancelled" }, found.ToHashSet());
    }
}
