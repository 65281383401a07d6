namespace GovDisclosure.Domain.Deadlines;

/// <summary>One of the bases that bind at once, with the due instant that it gives by itself.</summary>
/// <param name="Rule">The rule, which names its instrument and article.</param>
/// <param name="Original">What the rule alone gives.</param>
/// <param name="Due">What holds after extensions and stops.</param>
public sealed record BasisDue(DeadlineRule Rule, Due Original, Due Due);

/// <summary>Several bases of one duty: each keeps its own date, and the earliest binds.</summary>
/// <remarks>
/// A penalty decision of 2020 is to be published within 20 working days by 国发〔2014〕6号 and within 7 by 国办发〔2018〕118号: the 7 bind, and
/// the 20 are still what the older instrument is measured by.
/// </remarks>
/// <param name="All">Every basis in force on the trigger's day, in the order given.</param>
/// <param name="Binding">The one that is due first; among equals the first given.</param>
public sealed record BindingDue(IReadOnlyList<BasisDue> All, BasisDue Binding);
