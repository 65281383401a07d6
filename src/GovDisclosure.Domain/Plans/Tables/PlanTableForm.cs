namespace GovDisclosure.Domain.Plans.Tables;

/// <summary>The words by which a task table (任务分解表) of the portal's own is known, and what its columns and lines are called.</summary>
internal static class PlanTableForm
{
    /// <summary>What its title ends in, behind the plan's own.</summary>
    public const string Suffix = "任务分解表";

    /// <summary>What stands behind the number of a duty laid on everybody.</summary>
    public const string General = "（共性）";

    /// <summary>What stands behind leads that lead each in its own field.</summary>
    public const string Jointly = "（按职责分工分别牵头）";

    public const string DocumentNumber = "发文字号";
    public const string Issuer = "发文机关";
    public const string IssuedOn = "印发日期";
    public const string Year = "计划年度";

    public const string Running = "序号";
    public const string Number = "编号";
    public const string Section = "章";
    public const string Subsection = "节";
    public const string Item = "项";
    public const string Text = "任务内容";
    public const string Lead = "牵头单位";
    public const string Responsible = "责任单位";
    public const string Cooperating = "配合单位";
    public const string Time = "完成时限";
    public const string Attribution = "责任分工";
    public const string Rule = "时限口径";

    /// <summary>The lines between title and table.</summary>
    public static IReadOnlyList<string> Facts { get; } = [DocumentNumber, Issuer, IssuedOn, Year];

    /// <summary>The columns of a heading's words, from the first level.</summary>
    public static IReadOnlyList<string> HeadingColumns { get; } = [Section, Subsection, Item];

    /// <summary>The columns without which a table is none of these.</summary>
    public static IReadOnlyList<string> Columns { get; } = [Running, Number, Text, Lead, Responsible, Cooperating, Time, Attribution, Rule];
}
