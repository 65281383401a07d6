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
    public void OneLine_AnyText_IsOneLineThatCanBeKept(string? typed, string expected) => Assert.Equal(expected, PlainText.OneLine(typed));

    [Theory]
    [InlineData(null, "")]
    [InlineData(" \r\n ", "")]
    [InlineData("一\r\n二", "一\n二")]
    [InlineData("一\0二\u0007", "一二")]
    public void Lines_AnyText_KeepsItsLinesOnly(string? typed, string expected) => Assert.Equal(expected, PlainText.Lines(typed));
}
