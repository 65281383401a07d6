namespace GovDisclosure.Domain.Tests;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("  ", "")]
    [InlineData(" 公开 信息 ", "公开 信息")]
    [InlineData("公开\r\n信息", "公开 信息")]
    [InlineData("公开\0信息", "公开 信息")]
    [InlineData("公开\u3000\t信息\0", "公开 信息")]
    [InlineData("\uFEFF公\u200B开\u202E信息\u2060", "公开信息")]
    [InlineData("\u200B\u200B", "")]
    [InlineData("公开\U0001F600", "公开\U0001F600")]
    public void OneLine_AnyText_IsOneLineThatCanBeKept(string? typed, string expected) => Assert.Equal(expected, PlainText.OneLine(typed));

    // An attribute cannot hold half of a pair.
    [Fact]
    public void OneLine_HalfOfASurrogatePair_IsReplaced() => Assert.Equal("公开\uFFFD", PlainText.OneLine("公开" + (char)0xD83D));

    [Theory]
    [InlineData(null, "")]
    [InlineData(" \r\n ", "")]
    [InlineData("一\r\n二", "一\n二")]
    [InlineData("一\0二\u0007", "一二")]
    [InlineData("\u200B一\u202E\n\uFEFF二", "一\n二")]
    public void Lines_AnyText_KeepsItsLinesOnly(string? typed, string expected) => Assert.Equal(expected, PlainText.Lines(typed));

    [Theory]
    [InlineData("公开", 2, "公开")]
    [InlineData("公开信息", 2, "公开")]
    [InlineData("a\U0001F600", 2, "a")]
    [InlineData("a\U0001F600", 3, "a\U0001F600")]
    [InlineData("", 2, "")]
    public void Start_LongText_IsCutBetweenCharacters(string text, int length, string expected) => Assert.Equal(expected, PlainText.Start(text, length));
}
