using System.Text;
using GovDisclosure.Domain.Plans;

namespace GovDisclosure.Domain.Tests.Plans;

public sealed class PlanTextDecoderTests
{
    private const string Text = "政务公开工作要点：㐀、𠮷，〔2016〕26号";

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("GB18030")]
    public void TryDecode_EveryEncoding_IsDetected(string name)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        var mark = name.StartsWith("utf-16", StringComparison.Ordinal) ? encoding.GetPreamble() : [];

        Assert.Equal(Text, PlanTextDecoder.TryDecode([.. mark, .. encoding.GetBytes(Text)]));
    }

    [Fact]
    public void TryDecode_Gb2312_IsReadToTheSamePlan()
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding("GB2312")!.GetBytes(PlanFiles.BeijingText);

        Assert.Equal(PlanFiles.BeijingText, PlanTextDecoder.TryDecode(bytes));
    }

    [Fact]
    public void TryDecode_BytesOfNoText_AreNone()
    {
        Assert.Null(PlanTextDecoder.TryDecode([0x25, 0x50, 0x44, 0x46, 0x00, 0xFF]));
        Assert.Null(PlanTextDecoder.TryDecode([0xE4, 0xFF, 0xFF, 0x20]));
        Assert.Equal("", PlanTextDecoder.TryDecode([]));
    }
}
