using System.Collections.Frozen;

namespace NotebookKernel;

/// <summary>The commands that stand for one character or one word.</summary>
internal static class LatexSymbols
{
    /// <summary>Letters, shown as identifiers.</summary>
    public static readonly FrozenDictionary<string, string> Identifiers = Table("""
        alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ mu μ nu ν xi ξ
        pi π rho ρ sigma σ tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω ell ℓ partial ∂ infty ∞ emptyset ∅ varnothing ∅
        Re ℜ Im ℑ aleph ℵ hbar ℏ top ⊤ bot ⊥ prime ′ dots … ldots … cdots ⋯ vdots ⋮ ddots ⋱
        """);

    /// <summary>Letters that stand upright.</summary>
    public static readonly FrozenDictionary<string, string> Upright = Table("""
        Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω nabla ∇ forall ∀ exists ∃ degree ° nexists ∄ checkmark ✓ square □ triangle △ dagger † dotsc … dotsb ⋯ % % # # $ $ _ _ & &
        """);

    /// <summary>Operators and relations.</summary>
    public static readonly FrozenDictionary<string, string> Operators = Table("""
        cdot ⋅ times × div ÷ pm ± mp ∓ odot ⊙ oplus ⊕ otimes ⊗ circ ∘ ast ∗ star ⋆ setminus ∖ cup ∪ cap ∩ vee ∨ wedge ∧ lor ∨
        land ∧ lnot ¬ neg ¬ in ∈ notin ∉ ni ∋ subset ⊂ subseteq ⊆ supset ⊃ supseteq ⊇ le ≤ leq ≤ ge ≥ geq ≥ ne ≠ neq ≠ equiv ≡
        approx ≈ sim ∼ simeq ≃ asymp ≍ leqslant ⩽ geqslant ⩾ lt < gt > subsetneq ⊊ nsubseteq ⊈ gets ← leftrightarrows ⇆
        rightharpoonup ⇀ longleftarrow ⟵ doteq ≐ bullet • ominus ⊖ bmod mod cong ≅ propto ∝ ll ≪ gg ≫ prec ≺ succ ≻ preceq ⪯
        succeq ⪰ perp ⊥ parallel ∥ mid ∣ colon : to → rightarrow → leftarrow ← leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐
        Leftrightarrow ⇔ longrightarrow ⟶ Longrightarrow ⟹ Longleftarrow ⟸ Longleftrightarrow ⟺ longleftrightarrow ⟷ implies ⟹
        impliedby ⟸ iff ⟺ mapsto ↦ longmapsto ⟼ uparrow ↑ downarrow ↓ nearrow ↗ searrow ↘ hookrightarrow ↪ therefore ∴
        because ∵ coloneqq ≔ lesssim ≲ gtrsim ≳ triangleq ≜ updownarrow ↕ nmid ∤ nleq ≰ ngeq ≱
        """);

    /// <summary>Operators that take limits below and above.</summary>
    public static readonly FrozenDictionary<string, string> Large = Table("sum ∑ prod ∏ int ∫ iint ∬ oint ∮ bigcup ⋃ bigcap ⋂ coprod ∐ bigoplus ⨁ bigotimes ⨂ bigvee ⋁ bigwedge ⋀ bigsqcup ⨆");

    /// <summary>Delimiters by the names they have beside their own characters.</summary>
    public static readonly FrozenDictionary<string, string> Delimiters = Table("""
        lVert ‖ rVert ‖ Vert ‖ | ‖ lvert | rvert | vert | langle ⟨ rangle ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ { { } } lbrace { rbrace } lbrack [ rbrack ]
        """);

    /// <summary>Functions written upright, with their arguments beside them.</summary>
    public static readonly FrozenSet<string> Functions =
        "log ln exp sin cos tan arcsin arccos arctan sinh cosh tanh cot sec csc lg arg deg dim ker hom".Split(' ').ToFrozenSet();

    /// <summary>Functions whose condition stands below them in a displayed formula.</summary>
    public static readonly FrozenDictionary<string, string> LimitFunctions =
        "min max sup inf lim Pr det gcd".Split(' ').Select(name => KeyValuePair.Create(name, name))
            .Concat([new("limsup", "lim sup"), new("liminf", "lim inf")]).ToFrozenDictionary();

    /// <summary>Spaces, in em.</summary>
    public static readonly FrozenDictionary<string, string> Spaces =
        Table(", 0.1667em : 0.2222em > 0.2222em ; 0.2778em ! -0.1667em thinspace 0.1667em enspace 0.5em quad 1em qquad 2em").Append(new(" ", "0.25em")).ToFrozenDictionary();

    /// <summary>Accents over one letter, and braces and lines over whole expressions.</summary>
    public static readonly FrozenDictionary<string, string> Over = Table("""
        hat ^ widehat ^ tilde ~ widetilde ~ bar ¯ overline ‾ vec → dot ˙ ddot ¨ check ˇ breve ˘ acute ´ grave ` mathring ˚ overbrace ⏞
        """);

    /// <summary>Braces and lines under whole expressions.</summary>
    public static readonly FrozenDictionary<string, string> Under = Table("underline _ underbrace ⏟");

    private static FrozenDictionary<string, string> Table(string pairs)
    {
        var words = pairs.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
        return words.Chunk(2).ToFrozenDictionary(pair => pair[0], pair => pair[1]);
    }
}
