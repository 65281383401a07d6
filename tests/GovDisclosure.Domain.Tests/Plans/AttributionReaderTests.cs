using GovDisclosure.Domain.Plans;

namespace GovDisclosure.Domain.Tests.Plans;

public sealed class AttributionReaderTests
{
    [Theory]
    [InlineData("市质监局负责落实", "", "", "市质监局", "")]
    [InlineData("市科委、市教委分别负责落实", "", "", "市科委、市教委", "")]
    [InlineData("市编办牵头,各区政府、市政府各部门负责落实", "市编办", "", "各区政府、市政府各部门", "")]
    [InlineData("市编办牵头\uFF0C各区政府负责落实", "市编办", "", "各区政府", "")]
    [InlineData("市财政局、市发展改革委牵头落实", "市财政局、市发展改革委", "", "", "")]
    [InlineData("市科委、市金融局按职责分工分别牵头落实", "", "市科委、市金融局", "", "")]
    [InlineData("市教委牵头,市财政局配合,各区政府落实", "市教委", "", "各区政府", "市财政局")]
    [InlineData("由市教委负责", "", "", "市教委", "")]
    [InlineData("市教委,市科委牵头", "市教委、市科委", "", "", "")]
    [InlineData("市国资委、市国土局等公共资源交易监管部门负责落实", "", "", "市国资委、市国土局", "")]
    public void TryRead_Roles_AreTold(string words, string lead, string joint, string responsible, string cooperating)
    {
        var reading = AttributionReader.TryRead(words);

        Assert.NotNull(reading);
        Assert.Equal(lead, Names(reading, AssignmentRole.Lead));
        Assert.Equal(joint, Names(reading, AssignmentRole.JointLead));
        Assert.Equal(responsible, Names(reading, AssignmentRole.Responsible));
        Assert.Equal(cooperating, Names(reading, AssignmentRole.Cooperating));
    }

    [Theory]
    [InlineData("PPP")]
    [InlineData("2016-2018年")]
    [InlineData("乡镇")]
    [InlineData("中办发〔2016〕8号")]
    [InlineData("已落实")]
    [InlineData("")]
    public void TryRead_OtherBrackets_AreNoAttribution(string words) => Assert.Null(AttributionReader.TryRead(words));

    [Theory]
    [InlineData("市教委、市教委负责落实", ParseProblemKind.RepeatedAgency, "市教委")]
    [InlineData("市教委牵头,市科委", ParseProblemKind.RoleMissing, "市科委")]
    [InlineData("市教委、张三负责落实", ParseProblemKind.OddAgencyName, "张三")]
    [InlineData("市教委、市科委等部门负责落实", ParseProblemKind.OpenEnumeration, "市教委、市科委等部门负责落实")]
    public void TryRead_Doubts_AreKept(string words, ParseProblemKind kind, string about) =>
        Assert.Equal((kind, about), Assert.Single(AttributionReader.TryRead(words)!.Doubts));

    [Theory]
    [InlineData("市科委、中关村管委会、各区政府", "市科委|中关村管委会|各区政府")]
    [InlineData("市发展和改革委员会", "市发展和改革委员会")]
    [InlineData("市教委和市科委", "市教委|市科委")]
    [InlineData("市国土局等公共资源交易监管部门", "市国土局")]
    [InlineData("市高等教育局", "市高等教育局")]
    [InlineData("市国土局、等部门", "市国土局")]
    [InlineData(" 市科委 、、 市教委 ", "市科委|市教委")]
    [InlineData("", "")]
    public void ReadList_Names_AreThoseWritten(string words, string expected) =>
        Assert.Equal(expected, string.Join('|', AgencyListReader.Read(words).Names));

    private static string Names(AttributionReading reading, AssignmentRole role) =>
        string.Join('、', reading.Assignments.Where(assignment => assignment.Role == role).Select(assignment => assignment.Name));
}
